"""Runs an AWS CLI that is written in Python many times over without loading it each time.

    preloadedAws.py SOCKET

Run by the interpreter of that CLI. Each call is a fork of this process with the arguments, folder,
environment, input and output of the caller, and runs the CLI's own `main`; the program that
calls is printed by `--client SOCKET`.
"""

import functools
import gc
import os
import signal
import socket
import struct
import sys
import threading

# Starts in half the time without the modules that only make sockets and JSON convenient.
CLIENT = """#!%s -ISB
import _socket, os, sys
server = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
server.connect(%r)
environment = [part for pair in os.environb.items() for part in pair]
call = b'\\0'.join([*map(os.fsencode, sys.argv[1:]), os.getcwdb(), *environment])
head = b''.join(number.to_bytes(4, 'big') for number in [len(call), len(sys.argv) - 1])
descriptors = b''.join(number.to_bytes(4, sys.byteorder) for number in [0, 1, 2])
server.sendmsg([head], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, descriptors)])
while call:
    call = call[server.send(call) :]
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
    head, descriptors, _, _ = socket.recv_fds(connection, 8, 3)
    size, count = struct.unpack('!II', head)
    words = [os.fsdecode(word) for word in receive(connection, size).split(b'\0')]
    arguments, folder, environment = words[:count], words[count], words[count + 1 :]
    for standard, descriptor in enumerate(descriptors):
        os.dup2(descriptor, standard)
        os.close(descriptor)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(zip(environment[::2], environment[1::2]))
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
# Every call would look into the folders of all services, several times.
list_services = Loader.list_available_services
list_services_once = functools.cache(lambda paths, kind: list_services(Loader(list(paths)), kind))
Loader.list_available_services = lambda self, type_name: list_services_once(
    tuple(self.search_paths), type_name
)
loader = Loader(extra_search_paths=DATA_PATH.split(os.pathsep))
for name in ['endpoints', 'partitions', '_retry', 'sdk-default-configuration']:
    try:
        loader.load_data(name)
    except DataNotFoundError:
        pass
for kind in ['service-2', 'endpoint-rule-set-1', 'paginators-1', 'waiters-2']:
    loader.list_available_services(kind)
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
