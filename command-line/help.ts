export const EXAMPLES = `
Examples:
  lockpanel actions password          the operations on passwords
  lockpanel describe doorLock.listUsers
  lockpanel call device.status --params '{"device_id":"vdevo-front-door"}'
  lockpanel simulate --port 8080      a lock cloud to try calls against

It exits with 0 when all went well, 1 when a call failed, 2 when it was called wrongly.`

export const CALL_HELP = `
Where a call goes:
  nothing named        a simulated lock cloud, made for this call
  --simulator URL      one that \`lockpanel simulate\` keeps running
  --env                what the environment names:
    LOCKPANEL_CLIENT_ID, LOCKPANEL_SECRET, and LOCKPANEL_REGION or LOCKPANEL_BASE_URL
                       a cloud project, for the routes of the OpenAPI
    LOCKPANEL_URL      a server that takes {action, params}; LOCKPANEL_HEADERS is a JSON object
                       of headers for it

An action that executes once (see \`lockpanel describe\`) asks for confirmation. Keys, passwords and
tickets in the answer are covered, because a terminal remembers what it showed.

Examples:
  lockpanel call doorLock.getUser --params '{"device_id":"vdevo-front-door","user_id":"…"}'
  lockpanel call doorLock.passwordTicket --params @ticket.json --show-secrets
  echo '{"device_id":"…"}' | lockpanel call GET '/v1.0/devices/{device_id}/users' --params - --env`

export const VERIFY_HELP = `
It calls operations of the class \`read\` alone, and prints no value of an answer. Where calls go is
described by \`lockpanel call --help\`. Without --device it takes the first device of the project.

It exits with 1 on drift, on an unreadable or missing answer, or if no operation was answered. A
refusal is no drift.

Examples:
  lockpanel verify --env --device vdevo-front-door
  lockpanel verify --url https://gateway.example --device vdevo-front-door --save shapes.json`
