import { openApi } from 'lockpanel'
import { createGateway } from 'lockpanel/gateway'
import { readSettings } from './settings'
import { authenticateWith } from './users'

/** The event of a Tencent CloudBase function behind its HTTP service, as far as it is read. */
interface CloudBaseEvent {
  readonly httpMethod: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly isBase64Encoded?: boolean
}

const settings = readSettings(process.env)
// Without `store`, each instance of the function has its own: pass `redisStore` if there can be several at once.
const gateway = createGateway({
  openApi: openApi(settings.cloud),
  authenticate: authenticateWith(settings.users),
})

/** The entry of the function: the same handler as behind Hono. */
export const main = async (event: CloudBaseEvent) => {
  const { httpMethod, path, headers, body = '', isBase64Encoded = false } = event
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body
  const response = await gateway(
    new Request(`https://${headers.host ?? 'localhost'}${path}`, {
      method: httpMethod,
      headers,
      ...(httpMethod === 'POST' && { body: text }),
    }),
  )
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  }
}
