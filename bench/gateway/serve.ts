import { createRequire } from 'node:module'
import { createGateway, type GatewayUser } from '../../gateway'
import { createSimulator, seed } from '../../simulator'
import { openApi } from '../../src/open-api/open-api'

/** One of the servers that are compared, in a process of its own; the parent names it, and its cloud. */
const [role = '', cloudUrl = '', packages = ''] = process.argv.slice(2)

/** Hono, as far as it is used here: its types are among the packages of the example, which the repository does not install. */
interface App {
  readonly fetch: unknown
  post(
    path: string,
    handle: (context: {
      readonly req: { readonly raw: Request; text(): Promise<string> }
    }) => Promise<Response>,
  ): unknown
}
interface HonoServer {
  serve(
    options: { readonly fetch: unknown; readonly port: number },
    onListening: (address: { readonly port: number }) => void,
  ): unknown
}

const load = createRequire(packages)
const createApp = (): App => {
  const { Hono } = load('hono') as { readonly Hono: new () => App }
  return new Hono()
}

const report = (message: unknown): void => {
  process.send?.(message)
}

const listen = (app: App): void => {
  const { serve } = load('@hono/node-server') as HonoServer
  serve({ fetch: app.fetch, port: 0 }, ({ port }) => report({ url: `http://127.0.0.1:${port}/` }))
}

/** Forwards a request as it is, and the answer: what any server of one's own does at least. */
const proxy = (): App => {
  const app = createApp()
  app.post('/', async ({ req }) => {
    const body = await req.text()
    const { status, body: answered } = await fetch(cloudUrl, { method: 'POST', body })
    return new Response(answered, { status, headers: { 'content-type': 'application/json' } })
  })
  return app
}

const owner: GatewayUser = {
  id: 'olivia',
  membershipOf: () => ({ role: 'owner', userId: seed.members.owner.userId, lockType: 'wifi' }),
}

const gateway = (): App => {
  const { clientId, accessKey } = createSimulator()
  const answer = createGateway({
    openApi: openApi({ baseUrl: cloudUrl, clientId, secret: accessKey }),
    authenticate: () => owner,
    limit: { calls: 1e9, windowMs: 60_000 },
  })
  const app = createApp()
  app.post('/', ({ req }) => answer(req.raw))
  return app
}

process.on('message', () => {
  globalThis.gc?.()
  report({ heapBytes: process.memoryUsage().heapUsed })
})

const main = async (): Promise<void> => {
  if (role === 'simulator') report({ url: (await createSimulator().serve()).url })
  else listen(role === 'gateway' ? gateway() : proxy())
}

void main()
