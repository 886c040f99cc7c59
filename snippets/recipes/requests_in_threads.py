# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Make many HTTP requests in threads, each with one connection."""

import threading
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

mine = threading.local()  # what is stored here, each thread has apart
three = threading.Barrier(3)


class Shop(BaseHTTPRequestHandler):
    """Stands for the service that you ask."""

    protocol_version = "HTTP/1.1"  # connections stay open
    connections = 0

    def setup(self):
        super().setup()
        Shop.connections += 1

    def do_GET(self):
        three.wait()  # answers three requests at a time
        found = self.path != "/prices/salt"
        answer = f"price of {self.path[8:]}".encode()
        self.send_response(200 if found else 404)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format, *args):
        pass


def connect(port):
    mine.connection = HTTPConnection("127.0.0.1", port, timeout=30)


def fetch(name):
    mine.connection.request("GET", f"/prices/{name}")
    response = mine.connection.getresponse()
    text = response.read().decode()
    return name, response.status, text


if __name__ == "__main__":
    names = ["tea", "rice", "salt", "oil", "beans", "flour"]
    with ThreadingHTTPServer(("127.0.0.1", 0), Shop) as server:
        threading.Thread(
            target=server.serve_forever, daemon=True
        ).start()
        with ThreadPoolExecutor(
            3,
            initializer=connect,
            initargs=(server.server_port,),
        ) as executor:
            for name, status, text in executor.map(fetch, names):
                print(name, status, text if status == 200 else "failed")
        server.shutdown()
    print("connections:", Shop.connections)
