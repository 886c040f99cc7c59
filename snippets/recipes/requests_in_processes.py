"""Fetch and compute in a pool; each worker has its own connection."""

import threading
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import Pool

two = threading.Barrier(2)


class Library(BaseHTTPRequestHandler):
    """Stands for the service that you ask."""

    protocol_version = "HTTP/1.1"  # connections stay open
    connections = 0

    def setup(self):
        super().setup()
        Library.connections += 1

    def do_GET(self):
        two.wait()  # answers two requests at a time
        answer = b"word " * int(self.path[1:])
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format, *args):
        pass


def connect(port):
    global connection
    connection = HTTPConnection("127.0.0.1", port, timeout=30)


def count_words(number):
    connection.request("GET", f"/{number}")
    response = connection.getresponse()
    text = response.read().decode()
    words = len(text.split())  # stands for a long computation
    return response.status, words


if __name__ == "__main__":
    with ThreadingHTTPServer(("127.0.0.1", 0), Library) as server:
        with Pool(2, connect, (server.server_port,)) as pool:
            threading.Thread(
                target=server.serve_forever, daemon=True
            ).start()
            print(pool.map(count_words, [7, 2, 5, 1, 9, 4]))
            pool.close()
            pool.join()
        server.shutdown()
    print("connections:", Library.connections)
