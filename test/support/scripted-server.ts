import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

interface WholeAnswer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * - `drop-before`: the connection breaks before the answer.
 * - `drop-after`: the connection breaks in the middle of the answer.
 * - `hang`: no answer at all.
 */
export type ScriptedAnswer = WholeAnswer | 'drop-before' | 'drop-after' | 'hang'

interface ReceivedRequest {
  readonly method: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
  /** Resolves when the connection is closed or the answer is sent. */
  readonly closed: Promise<void>
}

export interface ScriptedServer {
  readonly url: string
  readonly received: readonly ReceivedRequest[]
  /** The number of connections that clients have opened. */
  connections(): number
  /** Sets the answer to the next request; without a script it is `{"success":true,"result":true}`. */
  script(next: ScriptedAnswer): void
  /** Resolves with the next request that no earlier call of `arrival` has returned. */
  arrival(): Promise<ReceivedRequest>
  close(): Promise<void>
}

/** A real HTTP server that answers each request from a script. */
export const startScriptedServer = async (): Promise<ScriptedServer> => {
  const scripts: ScriptedAnswer[] = []
  const received: ReceivedRequest[] = []
  const unclaimed: ReceivedRequest[] = []
  const waiting: ((request: ReceivedRequest) => void)[] = []
  let connections = 0

  const server = createServer(async (request, response) => {
    const arrived = await receive(request, response)
    received.push(arrived)
    const claim = waiting.shift()
    if (claim === undefined) unclaimed.push(arrived)
    else claim(arrived)
    answer(response, scripts.shift() ?? { body: '{"success":true,"result":true}' })
  })
  server.on('connection', () => {
    connections += 1
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    connections: () => connections,
    script: (next) => {
      scripts.push(next)
    },
    arrival: () => {
      const arrived = unclaimed.shift()
      return arrived === undefined
        ? new Promise((resolve) => waiting.push(resolve))
        : Promise.resolve(arrived)
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const receive = async (
  request: IncomingMessage,
  response: ServerResponse,
): Promise<ReceivedRequest> => {
  const closed = once(response, 'close').then(() => undefined)
  const body = await text(request)
  return { method: request.method ?? '', headers: request.headers, body, closed }
}

const answer = (response: ServerResponse, script: ScriptedAnswer): void => {
  if (script === 'hang') return
  if (script === 'drop-before') {
    response.destroy()
  } else if (script === 'drop-after') {
    response.writeHead(200, { 'content-length': 1000 })
    response.write('{"success":tr', () => response.destroy())
  } else {
    response.writeHead(script.status ?? 200, { ...script.headers })
    response.end(script.body)
  }
}
