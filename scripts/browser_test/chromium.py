"""Chromium without a window, spoken to over a pipe in its DevTools protocol. No packages."""

import collections
import contextlib
import json
import os
import signal
import subprocess
import tempfile
import time


class Chromium:
    """One browser with one page; use it in a `with` statement."""

    def __enter__(self):
        # A process of the browser that is still ending may write into it while it is taken away.
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_browser, self._output = os.pipe()
        self._input, from_browser = os.pipe()

        def take_pipes():
            # The browser reads from 3 and writes to 4, whatever numbers the pipes have here.
            os.dup2(to_browser, 103)
            os.dup2(from_browser, 104)
            os.dup2(103, 3)
            os.dup2(104, 4)

        command = [
            "chromium", "--headless", "--remote-debugging-pipe", "--disable-gpu", "--hide-scrollbars",
            "--no-first-run", "--disable-background-networking", f"--user-data-dir={self._profile.name}",
        ]  # fmt: skip
        if os.geteuid() == 0:
            command.append("--no-sandbox")
        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, close_fds=False,
            preexec_fn=take_pipes, start_new_session=True,
        )  # fmt: skip
        os.close(to_browser)
        os.close(from_browser)
        self._buffer = b""
        self._next = 0
        self._session = None
        self.events = collections.deque()
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        return self

    def __exit__(self, *_):
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        os.close(self._output)
        os.close(self._input)
        self._profile.cleanup()

    def call(self, method, **parameters):
        """Sends a command and waits for its result; what happens meanwhile goes to `events`."""
        self._next += 1
        message = {"id": self._next, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._output, data) :]
        while True:
            answer = self._receive()
            if answer.get("id") == self._next:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def open(self, address):
        """Loads a page and waits until it is whole. Returns the requests and messages that it caused."""
        self.events.clear()
        self.call("Page.navigate", url=address)
        deadline = time.monotonic() + 60
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            if time.monotonic() > deadline:
                raise RuntimeError(f"{address} does not load")
            self.events.append(self._receive())
        self.evaluate("1")
        return [
            *(
                f"request of {event['params']['request']['url'][:80]}"
                for event in self._named("Network.requestWillBeSent")
                if event["params"]["request"]["url"] != address
                and not event["params"]["request"]["url"].startswith("data:")
            ),
            *(f"message: {event['params']['entry']['text']}" for event in self._named("Log.entryAdded")),
            *("message on the console" for _ in self._named("Runtime.consoleAPICalled")),
            *("exception" for _ in self._named("Runtime.exceptionThrown")),
        ]

    def evaluate(self, expression):
        """The value of an expression in the page; a promise is waited for."""
        result = self.call(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"].get("exception", {}).get("description", "exception"))
        return result["result"].get("value")

    def view(self, width, **features):
        """Sets the width of the window and media features: `prefers_color_scheme="dark"`."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False
        )
        self.call(
            "Emulation.setEmulatedMedia",
            features=[{"name": name.replace("_", "-"), "value": value} for name, value in features.items()],
        )

    def _named(self, method):
        return [event for event in self.events if event.get("method") == method]

    def _receive(self):
        while b"\0" not in self._buffer:
            read = os.read(self._input, 1 << 20)
            if not read:
                raise RuntimeError("chromium ended")
            self._buffer += read
        message, self._buffer = self._buffer.split(b"\0", 1)
        return json.loads(message)
