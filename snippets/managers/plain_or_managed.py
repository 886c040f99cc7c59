# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Two processes add to plain containers, and to a manager's."""

from multiprocessing import Manager, Process


def add(name, plain_list, plain_dict, shared_list, shared_dict):
    plain_list.append(name)  # changes a copy of this process
    plain_dict[name] = len(name)
    shared_list.append(name)  # a message to the manager
    shared_dict[name] = len(name)


if __name__ == "__main__":
    plain_list, plain_dict = [], {}
    with Manager() as manager:
        shared_list, shared_dict = manager.list(), manager.dict()
        containers = plain_list, plain_dict, shared_list, shared_dict
        processes = [
            Process(target=add, args=(name, *containers))
            for name in ("Ada", "Grace")
        ]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print("plain:", plain_list, plain_dict)
        print("managed list:", sorted(shared_list))
        print("managed dict:", sorted(shared_dict.items()))
        copy = dict(shared_dict)  # to keep after the manager's end
    print("kept:", sorted(copy))
