"""Holds every body that the bot sent in the tests against Discord's own
description of its HTTP interface.

    python3 .ci/discord_bodies.py OPENAPI_JSON BODIES_JSONL

Each line of the bodies is an object with `sort` (interaction, message or
commands) and `body`, as the tests write them where WAYMARK_BODIES names a file.
Also held: no message may ping anybody.
"""

import json
import sys
from collections import Counter

import jsonschema
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

# Where each sort of body goes.
ROUTES = {
    "interaction": ("/interactions/{interaction_id}/{interaction_token}/callback", "post"),
    "message": ("/channels/{channel_id}/messages", "post"),
    "commands": ("/applications/{application_id}/commands", "put"),
}


def closed(schema):
    """The schema with objects that take no other properties than they list: a
    misspelt one would be passed over in silence by Discord."""
    if isinstance(schema, dict):
        schema = {key: closed(value) for key, value in schema.items()}
        if "properties" in schema and "additionalProperties" not in schema:
            schema["additionalProperties"] = False
        return schema
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    return schema


def main():
    openapi_path, bodies_path = sys.argv[1:]
    with open(openapi_path, encoding="utf-8") as file:
        openapi = json.load(file)
    openapi["components"]["schemas"] = closed(openapi["components"]["schemas"])
    resource = Resource(contents=openapi, specification=DRAFT202012)
    registry = Registry().with_resource("urn:discord", resource)
    validators = {}
    for sort, (path, method) in ROUTES.items():
        pointer = "/".join(
            part.replace("~", "~0").replace("/", "~1")
            for part in ("paths", path, method, "requestBody", "content", "application/json", "schema")
        )
        validators[sort] = jsonschema.Draft202012Validator(
            {"$ref": f"urn:discord#/{pointer}"}, registry=registry
        )
    seen, faults, distinct = Counter(), 0, set()
    with open(bodies_path, encoding="utf-8") as file:
        for line in file:
            sent = json.loads(line)
            sort, body = sent["sort"], sent["body"]
            seen[sort] += 1
            message = body.get("data", body) if isinstance(body, dict) else {}
            speaks = sort == "message" or sort == "interaction" and body["type"] in (4, 7)
            if speaks and message.get("allowed_mentions", {}).get("parse") != []:
                faults += 1
                print(f"{sort}: it could ping somebody", file=sys.stderr)
            # Two bodies of one shape are rarely one fault and one success, but
            # the same body twice is no news.
            key = json.dumps(
                {k: v for k, v in body.items() if k != "nonce"} if isinstance(body, dict) else body,
                sort_keys=True,
            )
            if key in distinct:
                continue
            distinct.add(key)
            error = jsonschema.exceptions.best_match(validators[sort].iter_errors(body))
            if error is not None:
                faults += 1
                place = "/".join(map(str, error.absolute_path))
                print(f"{sort}: at {place}: {error.message[:300]}", file=sys.stderr)
    told = ", ".join(f"{number} {sort}" for sort, number in sorted(seen.items()))
    print(f"{told}; {len(distinct)} different; {faults} faults")
    if set(seen) != set(ROUTES):
        print("not every sort of body was sent: did the tests run?", file=sys.stderr)
        faults += 1
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
