"""Give each worker the large object once, when it starts."""

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


def take(given):
    global model
    model = given


def predict(index):
    return model.predict(index)


if __name__ == "__main__":
    with Pool(2, initializer=take, initargs=(Model(),)) as pool:
        print(pool.map(predict, [1, 2, 3, -1]))
    print("times that the model was pickled:", Model.pickled)
