"""What all tests share: the snippets and what came of running them."""

from hypothesis import HealthCheck, settings

pytest_plugins = ["runner.fixtures"]

# A busy machine is slow, and no property of ours says that it is not.
settings.register_profile(
    "busy", parent=settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("busy")
