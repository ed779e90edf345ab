"""Reads command lines from standard input and prints those that the AWS CLI would not send.

Each line is {"folder": where file:// points from, "words": ["aws", ...]}; the answer is one JSON
list of {"words", "problem"}. The CLI itself parses each line; its parameters are then validated with
the service's model, with enums, patterns and lengths. Nothing is sent.
"""

import io
import json
import os
import re
import sys
from contextlib import redirect_stderr, redirect_stdout

import awscli.clidriver
import awscli.customizations.waiters
from botocore.validate import ParamValidator


def constraints(value, shape, path):
    """Constraints of the model that botocore does not check, because the service does."""
    if shape.type_name == "structure":
        for name, member in value.items():
            yield from constraints(member, shape.members[name], f"{path}.{name}")
    elif shape.type_name == "list":
        for index, member in enumerate(value):
            yield from constraints(member, shape.member, f"{path}[{index}]")
        yield from length(len(value), shape, path)
    elif shape.type_name == "string":
        enum = shape.metadata.get("enum")
        if enum and value not in enum:
            yield f"{path}: {value!r} is not one of {enum}"
        yield from length(len(value), shape, path)
        pattern = shape.metadata.get("pattern")
        if pattern and not matches(pattern, value):
            yield f"{path}: {value!r} does not match {pattern}"
    elif shape.type_name in ("integer", "long"):
        yield from length(value, shape, path)


def matches(pattern, value):
    # Models write patterns for Java.
    letters = {"\\p{L}": "^\\W\\d_", "\\p{N}": "\\d", "\\p{Z}": "\\s"}
    if "[\\p{L}\\p{Z}\\p{N}" in pattern:
        return all(c.isalnum() or c.isspace() or c in "_.:/=+-@" for c in value)
    for java, python in letters.items():
        pattern = pattern.replace(java, python)
    return re.search(pattern, value) is not None


def length(size, shape, path):
    low, high = shape.metadata.get("min"), shape.metadata.get("max")
    if low is not None and size < low or high is not None and size > high:
        yield f"{path}: {size} is not within {low} and {high}"


def problems_of(session, service, operation, parameters):
    shape = session.get_service_model(service).operation_model(operation).input_shape
    if shape is None:
        return []
    report = ParamValidator().validate(parameters, shape)
    if report.has_errors():
        return [report.generate_report()]
    return list(constraints(parameters, shape, operation))


sent = []


def invoke(caller, service, operation, parameters, _globals):
    sent.append(problems_of(caller._session, service, operation, parameters))
    return 0


awscli.clidriver.CLIOperationCaller.invoke = invoke
awscli.customizations.waiters.WaiterCaller.invoke = invoke
driver = awscli.clidriver.create_clidriver()


def problem_of(words):
    sent.clear()
    output = io.StringIO()
    try:
        with redirect_stdout(output), redirect_stderr(output):
            driver.main(words)
    except SystemExit:
        pass
    if len(sent) != 1:
        return f"nothing would be sent: {output.getvalue().strip()}"
    return "; ".join(sent[0])


answers = []
for line in sys.stdin:
    request = json.loads(line)
    os.chdir(request["folder"])
    problem = problem_of(request["words"][1:])
    if problem:
        answers.append({"words": request["words"], "problem": problem})
print(json.dumps(answers))
