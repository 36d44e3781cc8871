import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { HTTPException } from 'hono/http-exception'
import { timeout } from 'hono/timeout'
import { isParamsError, type PasswordCipher } from 'lockpanel'
import type { Authenticate, Gateway } from 'lockpanel/gateway'

export interface AppOptions {
  readonly gateway: Gateway
  readonly authenticate: Authenticate
  readonly cipher: PasswordCipher
  /** Whether the gateway has server-sent events. */
  readonly hasEvents: boolean
  readonly origins: readonly string[]
  /** Called for an error of the server itself. */
  readonly onFailure: (error: Error) => void
}

/** A call of a panel has less than a kilobyte. */
const MAX_BODY_BYTES = 64 * 1024
/** The gateway answers within eight seconds, and after a synchronisation that it waited for. */
const TIMEOUT_MS = 20_000

/** The routes for panels. */
export const createApp = ({
  gateway,
  authenticate,
  cipher,
  hasEvents,
  origins,
  onFailure,
}: AppOptions): Hono => {
  const app = new Hono()
  app.use(
    cors({
      origin: [...origins],
      allowHeaders: ['authorization', 'content-type', 'idempotency-key'],
      exposeHeaders: ['retry-after'],
    }),
  )
  // Before the time limit: a stream stays open.
  if (hasEvents) app.get('/events', ({ req }) => gateway(req.raw))
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES }))
  app.use(timeout(TIMEOUT_MS, new HTTPException(504)))
  app.post('/', ({ req }) => gateway(req.raw))
  // Encrypts a PIN for a temporary password: the key of the project stays here.
  app.post('/encrypt', async (context) => {
    if ((await authenticate(context.req.raw)) === undefined) return context.body(null, 401)
    const { ticket, password } = await context.req.json()
    return context.json({ encrypted: await cipher.encrypt(ticket, String(password)) })
  })
  app.onError((error) => {
    if (error instanceof HTTPException) return error.getResponse()
    if (!isParamsError(error)) onFailure(error)
    return new Response(null, { status: isParamsError(error) ? 400 : 500 })
  })
  return app
}

export interface AdminOptions {
  readonly isReady: () => boolean
  readonly metrics: () => Promise<string>
}

/** Health, readiness and metrics, for the machines that run the gateway. */
export const createAdminApp = ({ isReady, metrics }: AdminOptions): Hono => {
  const app = new Hono()
  app.get('/health', (context) => context.text('ok'))
  app.get('/ready', (context) =>
    isReady() ? context.text('ready') : context.text('not ready', 503),
  )
  app.get('/metrics', async (context) => context.text(await metrics()))
  return app
}
