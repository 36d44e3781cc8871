import type { Socket } from 'node:net'

export interface WireRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface WireAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const HEAD_END = '\r\n\r\n'

/** Calls `receive` with each request of a connection that is kept alive. A client of `fetch` sends the length of each body. */
export const readRequests = (socket: Socket, receive: (request: WireRequest) => void): void => {
  let bytes: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk])
    for (let end = bytes.indexOf(HEAD_END); end >= 0; end = bytes.indexOf(HEAD_END)) {
      const head = headOf(bytes.toString('latin1', 0, end))
      const bodyStart = end + HEAD_END.length
      const bodyEnd = bodyStart + Number(head.headers['content-length'] ?? 0)
      if (bytes.length < bodyEnd) return
      receive({ ...head, body: bytes.toString('utf8', bodyStart, bodyEnd) })
      bytes = bytes.subarray(bodyEnd)
    }
  })
}

const headOf = (text: string): Omit<WireRequest, 'body'> => {
  const [first = '', ...lines] = text.split('\r\n')
  const [method = '', path = ''] = first.split(' ')
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    }),
  )
  return { method, path, headers }
}

export interface AnswerBytes {
  readonly head: Buffer
  readonly body: Buffer
}

export const bytesOf = ({ status, headers, body }: WireAnswer): AnswerBytes => {
  const content = Buffer.from(body)
  const lines = Object.entries({ ...headers, 'content-length': String(content.length) })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
  return { head: Buffer.from(`HTTP/1.1 ${status} Status\r\n${lines}\r\n`, 'latin1'), body: content }
}
