import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface CloudRequest {
  readonly method: string
  /** The request target on the wire: path and query. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** An envelope; `drop` breaks the connection, `hang` sends no answer. */
export type CloudAnswer = Readonly<Record<string, unknown>> | 'drop' | 'hang'

export interface SignedCloudOptions {
  readonly clientId: string
  readonly secret: string
  /** The cloud's clock. */
  readonly now?: () => number
  /** The lifetime of a token, in seconds. */
  readonly lifeSeconds?: number
}

const MAX_CLOCK_DIFFERENCE_MS = 5 * 60_000

/**
 * A cloud that verifies signatures by the vendor's scheme, with Node's cryptography and no code of this package. Its
 * routes answer with the parsed request.
 */
export const startSignedCloud = async ({
  clientId,
  secret,
  now = Date.now,
  lifeSeconds = 7200,
}: SignedCloudOptions) => {
  const received: CloudRequest[] = []
  let intercept: (request: CloudRequest) => CloudAnswer | undefined = () => undefined
  let issued = 0
  let access: string | undefined
  let refresh: string | undefined

  const envelope = (fields: object) => ({ ...fields, t: now() })
  const reject = (code: number, msg: string) => envelope({ success: false, code, msg })
  const issue = () => {
    issued += 1
    access = `access-${issued}-5f4dcc3b5aa765d6`
    refresh = `refresh-${issued}-1d8327deb882cf99`
    return envelope({
      success: true,
      result: { access_token: access, refresh_token: refresh, expire_time: lifeSeconds, uid: 'u' },
    })
  }

  const answer = (request: CloudRequest): CloudAnswer => {
    const { method, url, headers } = request
    const token = /^\/v1\.0\/token(?:\/([^/?]+))?(?:\?grant_type=1)?$/.exec(url)
    const signed = signatureOf(request, secret, token === null)
    if (headers.client_id !== clientId) return reject(2009, 'clientId is invalid')
    if (headers.sign_method !== 'HMAC-SHA256' || headers.sign !== signed)
      return reject(1004, 'sign invalid')
    if (Math.abs(Number(headers.t) - now()) > MAX_CLOCK_DIFFERENCE_MS)
      return reject(1013, 'request time is invalid')
    if (token !== null && method === 'GET') {
      if (token[1] === undefined) return issue()
      return token[1] === refresh ? issue() : reject(1010, `token invalid: ${token[1]}`)
    }
    if (access === undefined || headers.access_token !== access)
      return reject(1010, `token invalid: ${headers.access_token}`)
    const { pathname, searchParams } = new URL(url, 'http://cloud')
    return envelope({
      success: true,
      result: {
        method,
        path: pathname,
        query: Object.fromEntries(searchParams),
        body: request.body,
      },
    })
  }

  const server = createServer(async (message, response) => {
    const { method = '', url = '', headers } = message
    const request = { method, url, headers, body: await text(message) }
    received.push(request)
    const given = intercept(request) ?? answer(request)
    if (given === 'drop') response.destroy()
    else if (given !== 'hang') {
      response.statusCode = typeof given.httpStatus === 'number' ? given.httpStatus : 200
      response.end(JSON.stringify(given))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const isToken = ({ url }: CloudRequest) => url.startsWith('/v1.0/token')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    /** The paths of all token requests, in order. */
    tokenRequests: () => received.filter(isToken).map(({ url }) => url),
    calls: () => received.filter((request) => !isToken(request)),
    /** Invalidates the access token; the refresh token still works once. */
    expire: () => {
      access = undefined
    },
    /** Invalidates the access token and the refresh token. */
    forget: () => {
      access = undefined
      refresh = undefined
    },
    /** Replaces the answer to each request for which the function returns one. */
    intercept: (answers: (request: CloudRequest) => CloudAnswer | undefined) => {
      intercept = answers
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

export type SignedCloud = Awaited<ReturnType<typeof startSignedCloud>>

const signatureOf = (
  { method, url, headers, body }: CloudRequest,
  secret: string,
  api: boolean,
) => {
  const [path, query] = url.split('?')
  const pairs = [...new URLSearchParams(query)].sort(([a], [b]) => (a < b ? -1 : 1))
  const plain = pairs.map(([name, value]) => `${name}=${value}`).join('&')
  const names = String(headers['signature-headers'] ?? '')
    .split(':')
    .filter((name) => name !== '')
  const toSign = [
    method,
    createHash('sha256').update(body).digest('hex'),
    names.map((name) => `${name}:${headers[name.toLowerCase()]}\n`).join(''),
    plain === '' ? path : `${path}?${plain}`,
  ].join('\n')
  const { client_id = '', access_token = '', t = '', nonce = '' } = headers
  return createHmac('sha256', secret)
    .update(`${client_id}${api ? access_token : ''}${t}${nonce}${toSign}`)
    .digest('hex')
    .toUpperCase()
}
