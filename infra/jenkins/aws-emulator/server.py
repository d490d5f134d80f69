"""Moto's server on 127.0.0.1:5555, with the two things that Terraform asks of Touchbase's roots and Moto 5.2 lacks:
the roles of an identity pool, and CloudFront's response headers policies."""

import json
import re
import sys
import uuid

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import run_simple
from werkzeug.wrappers import Request, Response

IDENTITY = "AWSCognitoIdentityService."
POLICY = re.compile(r"/2020-05-31/response-headers-policy(?:/([^/]+))?(?:/config)?")

moto = DomainDispatcherApplication(create_backend_app)
roles: dict[str, dict] = {}
policies: dict[str, str] = {}


def application(environ, start_response):
    request = Request(environ)
    answer = identity_pool_roles(request) or headers_policy(request) or moto
    return answer(environ, start_response)


def identity_pool_roles(request: Request) -> Response | None:
    target = request.headers.get("X-Amz-Target", "")
    if target not in (f"{IDENTITY}SetIdentityPoolRoles", f"{IDENTITY}GetIdentityPoolRoles"):
        return None
    asked = request.get_json(force=True)
    pool = asked["IdentityPoolId"]
    if target.endswith("SetIdentityPoolRoles"):
        roles[pool] = {"Roles": asked.get("Roles", {}), "RoleMappings": asked.get("RoleMappings", {})}
        return Response("{}", content_type="application/x-amz-json-1.1")
    known = {"IdentityPoolId": pool, **roles.get(pool, {"Roles": {}})}
    return Response(json.dumps(known), content_type="application/x-amz-json-1.1")


def headers_policy(request: Request) -> Response | None:
    address = POLICY.fullmatch(request.path)
    if not address:
        return None
    policy = address[1] or str(uuid.uuid4())
    if request.method in ("POST", "PUT"):
        policies[policy] = re.sub(r"^\s*<\?xml[^>]*\?>\s*", "", request.get_data(as_text=True))
    if policy not in policies:
        return xml(404, "<ErrorResponse><Error><Code>NoSuchResponseHeadersPolicy</Code></Error></ErrorResponse>")
    if request.method == "DELETE":
        del policies[policy]
        return Response(status=204)
    return xml(
        201 if request.method == "POST" else 200,
        f"<ResponseHeadersPolicy><Id>{policy}</Id><LastModifiedTime>2026-01-01T00:00:00Z</LastModifiedTime>"
        f"{policies[policy]}</ResponseHeadersPolicy>",
        {"ETag": policy},
    )


def xml(status: int, text: str, headers: dict[str, str] | None = None) -> Response:
    return Response(text, status=status, headers=headers, content_type="text/xml")


if __name__ == "__main__":
    run_simple("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 5555, application, threaded=True)
