import type { IncomingMessage, ServerResponse } from 'node:http'
import * as t from 'io-ts'
import { distinctUntilChanged, interval, map, startWith } from 'rxjs'
import { faultContract } from '../faults/fault'
import { doorActionContract } from '../hardware/door-action'
import { createEventStreams, LOOK_EVERY_MS } from '../http/event-streams'
import { pageFile } from './page-files'
import { type ViewedSimulator, viewOf } from './view'

/** What the page calls. */
const ROOT = '/virtual-lock'

/** What the page sends: something that a person does at a lock, or a fault; `null` ends the fault of that action. */
const commandContract = t.union([
  t.type({ deviceId: t.string, doorAction: doorActionContract }),
  t.type({ action: t.string, fault: t.union([faultContract, t.null]) }),
])
type Command = t.TypeOf<typeof commandContract>

export interface VirtualLock {
  /** Answers a request of the page; `false` for every other request. */
  answer(request: IncomingMessage, response: ServerResponse, body: string): boolean
  /** Ends the streams of changes. */
  close(): void
}

/** The page of the virtual lock at `/`, its stream of changes, and the commands that it sends. */
export const serveVirtualLock = (simulator: ViewedSimulator): VirtualLock => {
  const streams = createEventStreams()

  const views$ = interval(LOOK_EVERY_MS, simulator.clock).pipe(
    startWith(0),
    map(() => JSON.stringify(viewOf(simulator))),
    distinctUntilChanged(),
  )

  const run = (response: ServerResponse, body: string): void => {
    const command = commandContract.decode(parsed(body))
    if (command._tag === 'Left') {
      reply(response, 400, { error: 'no command of this page' })
      return
    }
    try {
      reply(response, 200, { answer: execute(simulator, command.right) })
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      reply(response, 400, { error: error.message })
    }
  }

  return {
    answer: (request, response, body) => {
      const path = (request.url ?? '/').replace(/\?.*$/, '')
      const isCommand = request.method === 'POST' && path === `${ROOT}/commands`
      if (isCommand) run(response, body)
      else if (request.method !== 'GET') return false
      else if (path === `${ROOT}/changes`) streams.open(response, views$)
      else if (path === '/') sendFile(response, 'index.html')
      else if (path.startsWith(`${ROOT}/`)) sendFile(response, path.slice(ROOT.length + 1))
      else return false
      return true
    },
    close: streams.close,
  }
}

const execute = ({ doAtDoor, faults }: ViewedSimulator, command: Command): string => {
  if ('doorAction' in command) return doAtDoor(command.deviceId, command.doorAction)
  if (command.fault === null) faults.end(command.action)
  else faults.always(command.action, command.fault)
  return 'done'
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const reply = (response: ServerResponse, status: number, value: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

const sendFile = (response: ServerResponse, name: string): void => {
  try {
    const file = pageFile(name)
    if (file === undefined) {
      reply(response, 404, { error: 'no such file' })
      return
    }
    response.writeHead(200, { 'content-type': file.type, 'cache-control': 'no-store' })
    response.end(file.body)
  } catch (error) {
    reply(response, 500, { error: String(error) })
  }
}
