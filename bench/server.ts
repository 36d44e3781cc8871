/**
 * Answers every request under `/page` with 100 users and every other with none, in a process of its own. Tells the process
 * that started it its port, and ends with it.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { documented, pageOf } from './users'

const envelope = (result: unknown) =>
  Buffer.from(JSON.stringify({ success: true, t: 1_780_000_000_000, result }))
const page = envelope(pageOf(documented))
const tiny = envelope({ records: [] })

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    const body = request.url?.startsWith('/page') ? page : tiny
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
    response.end(body)
  })
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
