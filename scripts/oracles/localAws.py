"""A local AWS: moto's server, with the two resource types that its CloudFormation lacks."""

import json
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


main(sys.argv[1:])
