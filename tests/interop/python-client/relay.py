"""Passes requests on through a client that was generated from the API's document.

  relay.py <document> <folder of the generated package> <name of the package> <address of Parley>

Every request to an operation of the document is made by the generated function of that operation, with typed arguments
and a typed body, and what the function read of the answer is held against the answer itself. Nothing that the document
does not name is sent. What belongs to no operation, such as a token's endpoint, is passed on as it is. `GET /told`
answers with the operations that were used and what was wrong with them.
"""

import datetime
import enum
import importlib
import inspect
import io
import json
import pkgutil
import re
import sys
import typing
import urllib.parse
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx

DOCUMENT, FOLDER, PACKAGE, PARLEY = sys.argv[1:]
sys.path.insert(0, FOLDER)
generated = importlib.import_module(PACKAGE)
types = importlib.import_module(f"{PACKAGE}.types")

PATIENCE_S = 120
# What a generated function reads. Of other contents the generator makes nothing.
READ = {"application/json", "application/octet-stream"}
METHODS = ("get", "put", "post", "delete", "patch", "options", "head")
plain = lambda name: re.sub(r"[^a-z0-9]", "", name.lower())

used: set[str] = set()
faults: set[str] = set()


def generated_modules():
    """The module of each operation, by the operation's id without its word breaks."""
    api = importlib.import_module(f"{PACKAGE}.api")
    return {
        plain(module.name.rsplit(".", 1)[1]): module.name
        for module in pkgutil.walk_packages(api.__path__, f"{PACKAGE}.api.")
        if not module.ispkg
    }


def at_reference(part, document):
    """A part of an operation, or the shared one to which it refers."""
    if "$ref" not in part:
        return part
    found = document
    for name in part["$ref"].removeprefix("#/").split("/"):
        found = found[name]
    return found


def operations():
    with open(DOCUMENT, encoding="utf-8") as file:
        document = json.load(file)
    modules = generated_modules()
    for path, item in document["paths"].items():
        pattern = re.compile("^" + re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(path)) + "$")
        for method in METHODS:
            operation = item.get(method)
            if operation is None:
                continue
            parameters = [at_reference(each, document) for each in operation.get("parameters", [])]
            successes = [answer for status, answer in operation["responses"].items() if status.startswith("2")]
            contents = {each for answer in successes for each in at_reference(answer, document).get("content", {})}
            if contents and not contents & READ:
                continue
            yield {
                "id": operation["operationId"],
                "method": method.upper(),
                "pattern": pattern,
                "literal": path.count("{"),
                "parameters": parameters,
                "module": modules.get(plain(operation["operationId"])),
            }


# An address without a variable goes before one that it would fit as well.
OPERATIONS = sorted(operations(), key=lambda operation: operation["literal"])


def typed(text, hint):
    """A text of an address or a header as the type that the generated function takes."""
    choices = typing.get_args(hint) or (hint,)
    for choice in choices:
        if choice is types.Unset:
            continue
        if choice is datetime.datetime:
            return datetime.datetime.fromisoformat(text)
        if choice is datetime.date:
            return datetime.date.fromisoformat(text)
        if choice is uuid.UUID:
            return uuid.UUID(text)
        if choice is bool:
            return text == "true"
        if inspect.isclass(choice) and issubclass(choice, enum.Enum):
            return choice(text)
        if choice in (int, float):
            return choice(text)
    return text


def body_for(hint, content, kind):
    for choice in typing.get_args(hint) or (hint,):
        if choice is types.File and kind != "application/json":
            return types.File(payload=io.BytesIO(content), mime_type=kind)
        if hasattr(choice, "from_dict") and kind == "application/json":
            return choice.from_dict(json.loads(content))
        if choice is str and kind != "application/json":
            return content.decode()
    raise TypeError(f"the client takes no {kind}")


def differs(read, sent):
    """The first place in which what the client read differs from what was sent."""
    if isinstance(read, dict) and isinstance(sent, dict):
        for name in sorted({*read, *sent}):
            if name not in read or name not in sent:
                return f"/{name}: {'left out' if name not in read else 'made up'}"
            inner = differs(read[name], sent[name])
            if inner is not None:
                return f"/{name}{inner}"
        return None
    if isinstance(read, list) and isinstance(sent, list):
        if len(read) != len(sent):
            return ": of another length"
        inners = (differs(one, other) for one, other in zip(read, sent))
        return next((f"/*{inner}" for inner in inners if inner is not None), None)
    return None if read == sent or is_one_instant(read, sent) else f": {read!r} for {sent!r}"


def is_one_instant(one, other):
    try:
        return datetime.datetime.fromisoformat(one) == datetime.datetime.fromisoformat(other)
    except (TypeError, ValueError):
        return False


def through_client(operation, found, query, headers, content):
    function = importlib.import_module(operation["module"]).sync_detailed
    hints = typing.get_type_hints(function)
    takes = {plain(name): name for name in hints}
    arguments = {}
    for parameter in operation["parameters"]:
        name, place = parameter["name"], parameter["in"]
        source = {"path": found.groupdict(), "query": query, "header": headers}[place]
        text = next((value for key, value in source.items() if plain(key) == plain(name)), None)
        if text is not None:
            argument = takes[plain(name)]
            arguments[argument] = typed(text, hints[argument])
    if "body" in hints and content:
        kind = headers.get("content-type", "application/json").split(";")[0]
        arguments["body"] = body_for(hints["body"], content, kind)
    token = headers.get("authorization", "").removeprefix("Bearer ")
    settings = {"base_url": PARLEY, "timeout": httpx.Timeout(PATIENCE_S)}
    client = generated.AuthenticatedClient(token=token, **settings) if token else generated.Client(**settings)
    with client:
        answer = function(client=client, **arguments)
    used.add(operation["id"])
    kind = answer.headers.get("content-type", "")
    if answer.status_code < 300 and kind.startswith("application/json"):
        sent = json.loads(answer.content)
        if not hasattr(answer.parsed, "to_dict"):
            faults.add(f"{operation['id']}: {answer.status_code} was not read")
        else:
            difference = differs(answer.parsed.to_dict(), sent)
            if difference is not None:
                faults.add(f"{operation['id']}{difference}")
    return answer.status_code, answer.headers, answer.content


class Relay(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def handle_any(self):
        content = self.rfile.read(int(self.headers.get("content-length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        url = urllib.parse.urlsplit(self.path)
        try:
            self.answer(*self.answer_to(url, headers, content))
        except Exception as error:  # What the client throws is a fault of the document, or of the client.
            faults.add(f"{self.command} {url.path}: {type(error).__name__}: {error}")
            self.answer(500, {"content-type": "text/plain"}, repr(error).encode())

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = handle_any

    def answer_to(self, url, headers, content):
        if url.path == "/told":
            told = {"operations": sorted(used), "faults": sorted(faults)}
            return 200, {"content-type": "application/json"}, json.dumps(told).encode()
        for operation in OPERATIONS:
            found = operation["pattern"].match(url.path)
            if found and operation["method"] == self.command and operation["module"]:
                query = dict(urllib.parse.parse_qsl(url.query))
                return through_client(operation, found, query, headers, content)
        passed = {name: value for name, value in headers.items() if name not in ("host", "connection", "content-length")}
        answer = httpx.request(self.command, PARLEY + self.path, headers=passed, content=content, timeout=PATIENCE_S)
        return answer.status_code, answer.headers, answer.content

    def answer(self, status, headers, content):
        self.send_response(int(status))
        for name, value in headers.items():
            if name.lower() not in ("content-length", "content-encoding", "transfer-encoding", "connection", "date"):
                self.send_header(name, value)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Relay)
print(f"listens on http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
