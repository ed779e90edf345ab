"""Runs an AWS CLI that is written in Python many times over without loading it each time.

    preloadedAws.py SOCKET

Run by the interpreter of that CLI. Each call is a fork of this process with the arguments, folder,
environment, input and output of the caller, and runs the CLI's own `main`; the program that
calls is printed by `--client SOCKET`.
"""

import functools
import gc
import json
import os
import signal
import socket
import struct
import sys
import threading

CLIENT = """#!%s -ISB
import json, os, socket, struct, sys
with socket.socket(socket.AF_UNIX) as server:
    server.connect(%r)
    call = json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode()
    socket.send_fds(server, [struct.pack('!I', len(call))], [0, 1, 2])
    server.sendall(call)
    answer = server.recv(1)
os._exit(answer[0] if answer else 255)
"""


def receive(connection, size):
    data = b''
    while len(data) < size:
        part = connection.recv(size - len(data))
        if not part:
            os._exit(255)
        data += part
    return data


def die_with_caller(connection):
    connection.recv(1)
    os._exit(255)


def answer(connection):
    head, descriptors, _, _ = socket.recv_fds(connection, 4, 3)
    arguments, folder, environment = json.loads(receive(connection, struct.unpack('!I', head)[0]))
    for standard, descriptor in enumerate(descriptors):
        os.dup2(descriptor, standard)
        os.close(descriptor)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    # The CLI sets this variable when it is loaded, not at each call.
    os.environ['AWS_DATA_PATH'] = DATA_PATH
    sys.argv = ['aws', *arguments]
    threading.Thread(target=die_with_caller, args=[connection], daemon=True).start()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    try:
        code = main()
    except SystemExit as end:
        code = end.code
    sys.stdout.flush()
    sys.stderr.flush()
    connection.send(bytes([code if isinstance(code, int) else 1 if code else 0]))
    os._exit(0)


if sys.argv[1] == '--client':
    print(CLIENT % (sys.executable, sys.argv[2]), end='')
    sys.exit()

from awscli.clidriver import main  # noqa: E402

# Modules that every call would import.
import awscli.customizations.globalargs  # noqa: E402, F401
import awscli.handlers  # noqa: E402, F401
import botocore.client  # noqa: E402, F401
import botocore.httpsession  # noqa: E402, F401
from botocore.exceptions import DataNotFoundError, UnknownServiceError  # noqa: E402
from botocore.loaders import JSONFileLoader, Loader  # noqa: E402

DATA_PATH = os.environ['AWS_DATA_PATH']

# Descriptions of services are read once, and those that the scripts need before the first call.
read_file = JSONFileLoader().load_file
read_once = functools.cache(read_file)
JSONFileLoader.load_file = lambda self, path: read_once(path)
loader = Loader(extra_search_paths=DATA_PATH.split(os.pathsep))
for name in ['endpoints', 'partitions', '_retry', 'sdk-default-configuration']:
    try:
        loader.load_data(name)
    except DataNotFoundError:
        pass
for service in ['iam', 'sts', 'cloudformation', 'accessanalyzer', 'qbusiness']:
    for kind in ['service-2', 'endpoint-rule-set-1', 'paginators-1', 'waiters-2']:
        try:
            loader.load_service_model(service, kind)
        except (DataNotFoundError, UnknownServiceError):
            pass
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
# The forks keep sharing the memory pages of loaded objects, and end before garbage collection would pay off.
gc.freeze()
gc.disable()
with socket.socket(socket.AF_UNIX) as listener:
    listener.bind(sys.argv[1])
    listener.listen(64)
    print('ready', flush=True)
    while True:
        caller, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            answer(caller)
        caller.close()
