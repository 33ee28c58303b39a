"""What whoever writes a program against the API has to know, in words."""

from __future__ import annotations

DESCRIPTION = (
    "The working system of the Model Law on Artificial Intelligence. Everything the portals can do. Errors are problem "
    "details (RFC 9457) with the article where the law refuses; send Accept-Language: en or zh.\n\n"
    "依《人工智能法（示范法）》运行的业务系统。门户可办理的事项均可通过本接口办理。错误以problem details返回，由法律规定拒绝的注明条文。"
)
GUIDE = """\
Everything the portals can do, a program can do. The machine-readable description is `openapi.json` beside this page, and
`/api/openapi.json` and `/api/docs` on a running system.

**Coming in.** Sign in with a browser, show who you are again, and make a token (`POST /api/tokens`): it acts as you, within
its scopes, until its last day. Send it as `Authorization: Bearer qd_…`. A token never makes another token. Officers need a
second factor, and so does whoever wants the scopes `cases:decide` or `administration`.

**Decisions.** A step whose declaration says `step_up` is a decision. In a session it needs a second factor shown within five
minutes; with a token it needs the scope `cases:decide`, which only somebody with a second factor can put on a token. Where two
people must decide, the first `POST` proposes and the second, by another person with the same content, confirms.

**Errors** are `application/problem+json`: `code` is stable, `says` holds both languages, `article` names the place in the law
that refuses, `field` or `errors` what is wrong. What is not yours to see and what does not exist are answered alike: 404.

**Twice is once.** Send an `Idempotency-Key` with every POST: repeated within three days with the same content it does nothing
and answers as before; with other content it is refused. Steps and cases remember their key for ever.

**Not stale.** `GET /api/cases/{case}` returns an `ETag`; send it as `If-Match` with a step to be refused (409, `stale`) if the
case has moved on meanwhile.

**Lists** come in pages: `items`, and `next` for the `cursor` of the page after. Cursors stay valid while rows are added.

**Time.** Days are days in China, written 2026-02-24; instants carry their zone. Each due date comes with its computation: start,
every counted day, the rest-day rule, the calendar it rests on, and `provisional` where a year is not announced yet.

**Webhooks** (`POST /api/webhooks`) tell of each event in the cases you may see, in the ledger's order, from the moment of
registration. A message names the event and nothing about anybody: fetch the case to learn more. It is signed as
[standardwebhooks.com](https://www.standardwebhooks.com) has it:

```python
signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
key = base64.b64decode(secret.removeprefix("whsec_"))
wanted = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
assert hmac.compare_digest(headers["webhook-signature"], f"v1,{wanted}")
```

Answer 2xx within five seconds. Otherwise it is tried again after 5 seconds, 30 seconds, 2 minutes and so on, for three days; then the
webhook is stopped, says so, and goes on from there when you resume it. The same `webhook-id` twice is the same event.
Addresses must be https and on the public internet; redirects are not followed.

**Limits.** A user has 30,000 requests a minute, an address without an account 600 (`QINGDAN_API_PER_MINUTE`,
`QINGDAN_API_PER_MINUTE_UNKNOWN`); judging, counting and printing 60 a minute; comments 10 an hour; invitations and test messages 30.
A body has at most 2 MiB, a document 25 MiB.

**Verifying.** `/api/register/{number}/proof` is checked offline by `qingdan verify`, or by the page at `/v`, which works without a
network. Tiles and checkpoints of the log are at `/tiles/register/` (C2SP tlog-tiles).
"""
