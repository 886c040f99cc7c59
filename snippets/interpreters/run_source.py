# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Run source code in an interpreter; its variables stay there."""

from concurrent import interpreters

if __name__ == "__main__":
    interpreter = interpreters.create()
    interpreter.prepare_main({"city": "Oslo"}, degrees=-4)
    interpreter.exec("line = f'{city}: {degrees} degrees'")
    interpreter.exec("print(line, flush=True)")
    print("here:", "line" in globals())
    try:
        interpreter.prepare_main(cities=["Oslo", "Rome"])
    except interpreters.NotShareableError as error:
        print("NotShareableError:", error)
    interpreter.close()
