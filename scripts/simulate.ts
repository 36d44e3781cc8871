/** Keeps a simulated lock cloud running on a port of this machine, for a panel under development. */
import { parseArgs } from 'node:util'
import { createSimulator } from '../simulator'

const HIGHEST_PORT = 65_535

const askedPort = (): number => {
  const { port } = parseArgs({ options: { port: { type: 'string', default: '0' } } }).values
  if (!/^\d+$/.test(port) || Number(port) > HIGHEST_PORT)
    throw new RangeError(`--port takes a number up to ${HIGHEST_PORT}; without it, any free one`)
  return Number(port)
}

const simulate = async (): Promise<void> => {
  const simulator = createSimulator()
  const { url, close } = await simulator.serve({ port: askedPort() })
  const { locks } = simulator.world
  const body = JSON.stringify({ action: 'device.status', params: { device_id: locks[0]?.id } })

  console.log(`A lock cloud answers on ${url} until Ctrl-C.

Locks:
${locks.map(({ id, type }) => `  ${id} (${type})`).join('\n')}

Access key of its project: ${simulator.accessKey}

Try:
  curl ${url} -d '${body}'
`)

  const stop = async (): Promise<void> => {
    await close()
    const { requests, journal } = simulator
    console.log(`${requests.length} requests arrived, ${journal.length} orders reached a lock.`)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

simulate().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
