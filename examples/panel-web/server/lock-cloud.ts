import type { IncomingMessage, ServerResponse } from 'node:http'
import { allActions, openApi, passwordCipher } from 'lockpanel'
import { createGateway, type GatewayUser } from 'lockpanel/gateway'
import { createSimulator, type Served, type Simulator, seed } from 'lockpanel/simulator'
import { lastValueFrom } from 'rxjs'
import type { Connect, Plugin } from 'vite'

/** What the plugin has started. */
export interface LockCloud {
  /** The address of the virtual lock. */
  readonly lockUrl: string
  readonly simulator: Simulator
}

export interface LockCloudOptions {
  /**
   * What answers the panel: `gateway` is `lockpanel/gateway`, which an app can run; `vendor` answers the actions of mini-programs
   * as the documents say, which only the simulator can, and signs every route that the page asks for.
   */
  readonly server?: 'gateway' | 'vendor'
}

/**
 * The server of the panel, as a plugin of the development server: it keeps the secret of the cloud project, which a webview must
 * not have. It answers the actions and routes of the panel, and encrypts passwords. The cloud behind it is a simulated one;
 * replace it by your project, with the server `gateway`. It has one user: a server for the internet must find out who asks.
 */
export const lockCloud = (
  onReady: (addresses: LockCloud) => void = printAddress,
  { server = 'vendor' }: LockCloudOptions = {},
): Plugin => {
  const mount = async (middlewares: Connect.Server): Promise<void> => {
    const simulator = createSimulator()
    const served = await simulator.serve()
    const cloud = server === 'gateway' ? gatewayOf : vendorOf
    middlewares.use('/cloud', answer(cloud(simulator, served)))
    middlewares.use('/encrypt', answer(cipherOf(simulator)))
    middlewares.use('/lock-reports', (request, response) => void pipe(served, request, response))
    onReady({ lockUrl: served.url, simulator })
  }
  return {
    name: 'lock-cloud',
    configureServer: ({ middlewares }) => mount(middlewares),
    configurePreviewServer: ({ middlewares }) => mount(middlewares),
  }
}

const printAddress = ({ lockUrl }: LockCloud): void => {
  console.info(`virtual lock: ${lockUrl}`)
}

type Answer = (body: unknown, headers: Headers) => Promise<string>

/** The person at this panel owns every lock. A real server finds the user by the session of the request. */
const owner: GatewayUser = {
  id: 'olivia',
  membershipOf: (deviceId) => {
    const lock = Object.values(seed.locks).find(({ id }) => id === deviceId)
    return lock && { role: 'owner', userId: seed.members.owner.userId, lockType: lock.type }
  },
}

/** Actions and routes over the open API, with the secret that no panel may hold. */
const gatewayOf = ({ clientId, accessKey }: Simulator, { url }: Served): Answer => {
  const gateway = createGateway({
    openApi: openApi({ baseUrl: url, clientId, secret: accessKey }),
    authenticate: () => owner,
  })
  return async (body, headers) =>
    textOf(await gateway(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) })))
}

/** The vendor's envelope as text, so that a Long keeps its digits. */
const vendorOf = ({ clientId, accessKey }: Simulator, { url }: Served): Answer => {
  const signed = openApi({ baseUrl: url, clientId, secret: accessKey })
  const routes = new Map(
    Object.values(allActions)
      .filter(({ family }) => family === 'open-api')
      .map((action) => [action.name as string, action]),
  )
  return async (body) => {
    const { action, params } = body as { action: string; params: Record<string, unknown> }
    const route = routes.get(action)
    if (route === undefined)
      return textOf(await fetch(url, { method: 'POST', body: JSON.stringify(body) }))
    const request = {
      action,
      family: 'open-api' as const,
      params,
      query: route.query,
      requestId: '',
      attempt: 1,
      timeoutMs: 10_000,
    }
    const { body: answered } = await lastValueFrom(signed.send(request))
    return 'text' in answered ? answered.text : JSON.stringify(answered.value)
  }
}

const textOf = (response: Response): Promise<string> => response.text()

const cipherOf = ({ accessKey }: Simulator): Answer => {
  const cipher = passwordCipher({ accessKey })
  return async (body) => {
    const { ticket_key, password } = body as { ticket_key: string; password: string }
    return JSON.stringify({ encrypted: await cipher.encrypt({ ticket_key }, password) })
  }
}

const answer =
  (work: Answer) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const chunks: Buffer[] = []
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
      const text = await work(JSON.parse(Buffer.concat(chunks).toString('utf8')), keyOf(request))
      response.writeHead(200, { 'content-type': 'application/json' }).end(text)
    } catch {
      // The cloud could not be asked; the panel must not take this for an answer of the cloud.
      response.writeHead(502).end()
    }
  }

/** The key of a command, by which the gateway executes it once. */
const keyOf = ({ headers }: IncomingMessage): Headers => {
  const key = headers['idempotency-key']
  return new Headers(typeof key === 'string' ? { 'idempotency-key': key } : {})
}

/** The stream of what the lock reports. */
const pipe = async (
  { url }: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const ended = new AbortController()
  response.on('close', () => ended.abort())
  try {
    // The development server has cut the path off.
    const { search } = new URL(request.url ?? '', url)
    const reports = await fetch(`${url}/lock-reports${search}`, { signal: ended.signal })
    response.writeHead(reports.status, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
    })
    for await (const chunk of reports.body ?? []) response.write(chunk)
    response.end()
  } catch {
    response.end()
  }
}
