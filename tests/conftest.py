"""What all tests share: the snippets and what came of running them."""

pytest_plugins = ["runner.fixtures"]
