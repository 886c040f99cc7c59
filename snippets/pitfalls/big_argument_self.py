"""Map a method of a large object: each task is sent all of it."""

from multiprocessing import Pool


class Model:
    pickled = 0

    def __init__(self):
        self.weights = list(range(100_000))

    def __getstate__(self):
        Model.pickled += 1  # in the parent: it is being sent
        return self.__dict__

    def predict(self, index):
        return self.weights[index] / 2


if __name__ == "__main__":
    model = Model()
    with Pool(2) as pool:
        print(pool.map(model.predict, [1, 2, 3, -1]))
    print("times that the model was pickled:", Model.pickled)
