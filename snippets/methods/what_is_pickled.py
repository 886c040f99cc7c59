"""Pass an object that says when it is pickled and unpickled."""

from multiprocessing import Process, current_process


class Parcel:
    def __getstate__(self):
        print("pickled in", current_process().name)
        return {"packed": True}

    def __setstate__(self, state):
        print("unpickled in", current_process().name)
        self.__dict__.update(state)


def unwrap(parcel):
    print("in the hands of", current_process().name, vars(parcel))


if __name__ == "__main__":
    process = Process(target=unwrap, args=(Parcel(),), name="the child")
    process.start()
    process.join()
