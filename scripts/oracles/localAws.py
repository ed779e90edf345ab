"""Local AWS accounts: moto's server, with the two resource types that its CloudFormation lacks.

Lines of standard input, `start PORT [ACCOUNT]` and `stop PORT`, start and stop them. Each is a fork of
this process, so that moto is loaded once; all of them end with the input.
"""

import gc
import json
import os
import signal
import sys

from moto.core.common_models import CloudFormationModel
from moto.iam.models import iam_backends
from moto.server import main
from moto.utilities.utils import get_partition


class RolePolicy(CloudFormationModel):
    # moto reads the service from the name of the module.
    __module__ = "moto.iam.models"

    def __init__(self, name):
        self.name = name

    @property
    def physical_resource_id(self):
        return self.name

    @staticmethod
    def cloudformation_name_type():
        return ""

    @staticmethod
    def cloudformation_type():
        return "AWS::IAM::RolePolicy"

    @classmethod
    def create_from_cloudformation_json(
        cls, resource_name, cloudformation_json, account_id, region_name, **kwargs
    ):
        properties = cloudformation_json["Properties"]
        iam_backends[account_id][get_partition(region_name)].put_role_policy(
            properties["RoleName"],
            properties["PolicyName"],
            json.dumps(properties["PolicyDocument"]),
        )
        return cls(resource_name)


class WebExperience(CloudFormationModel):
    __module__ = "moto.iam.models"

    @property
    def physical_resource_id(self):
        return "application|web-experience"

    @staticmethod
    def cloudformation_name_type():
        return ""

    @staticmethod
    def cloudformation_type():
        return "AWS::QBusiness::WebExperience"

    @classmethod
    def has_cfn_attr(cls, attr):
        return attr in ["DefaultEndpoint", "WebExperienceArn", "WebExperienceId"]

    def get_cfn_attribute(self, attribute_name):
        return attribute_name

    @classmethod
    def create_from_cloudformation_json(
        cls, resource_name, cloudformation_json, account_id, region_name, **kwargs
    ):
        role_arn = cloudformation_json["Properties"]["RoleArn"]
        backend = iam_backends[account_id][get_partition(region_name)]
        role = backend.get_role_by_arn(role_arn)
        if not role.policies and not role.managed_policies:
            raise ValueError(f"{role_arn} has no policy yet")
        return cls()


def serve(port, account):
    # Absent: many accounts, told apart by the credentials of an assumed role.
    os.environ.pop("MOTO_ACCOUNT_ID", None)
    if account:
        os.environ["MOTO_ACCOUNT_ID"] = account
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    main(["-p", port])
    sys.exit()


def end(child):
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


children = {}
# The garbage collector leaves loaded objects alone, so that the forks keep sharing their memory pages.
gc.freeze()
while line := sys.stdin.readline():
    verb, port, *account = line.split()
    if verb == "stop":
        end(children.pop(port))
        continue
    children[port] = os.fork()
    if children[port] == 0:
        serve(port, account[0] if account else None)
for child in children.values():
    end(child)
