# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Send parts of a buffer, and receive them into another one."""

from multiprocessing import BufferTooShort, Pipe

if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    text = b"green tea, black tea"

    sender.send_bytes(text)
    sender.send_bytes(text, offset=11)
    sender.send_bytes(text, offset=0, size=5)
    for _ in range(3):
        print(receiver.recv_bytes())

    buffer = bytearray(b"..........")
    sender.send_bytes(b"cake")
    count = receiver.recv_bytes_into(buffer, offset=2)
    print(count, buffer)

    sender.send_bytes(text)
    try:
        receiver.recv_bytes_into(buffer)
    except BufferTooShort as error:
        print(f"BufferTooShort; the whole message: {error.args[0]}")

    sender.send_bytes(b"short")
    print(receiver.recv_bytes(maxlength=10))
    sender.send_bytes(text)
    try:
        receiver.recv_bytes(maxlength=10)
    except OSError as error:
        print(f"OSError: {error}; {receiver.closed=}")
    sender.close()
