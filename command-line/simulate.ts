import { createSimulator } from '../simulator'
import { serve } from '../simulator/http/serve'
import { CommandError, wrongUsage } from './command-error'
import { exitCodes, type Host } from './host'
import { loggedHandle } from './request-log'

const HIGHEST_PORT = 65_535

type SimulateHost = Pick<Host, 'stdout' | 'signal'>

/** `lockpanel simulate`: runs a simulated cloud for a panel under development until the user stops it. */
export const simulate = async (
  { stdout, signal }: SimulateHost,
  { port = '0' }: { readonly port?: string | undefined },
): Promise<number> => {
  const simulator = createSimulator()
  const handle = loggedHandle(simulator, stdout)
  const served = serve(simulator, { port: portOf(port) }, handle)
  const { url, close } = await served.catch((error: unknown) => {
    const { code } = error as { readonly code?: unknown }
    throw new CommandError(`cannot listen on port ${port}${code ? ` (${String(code)})` : ''}`)
  })
  const { locks } = simulator.world
  const params = JSON.stringify({ device_id: locks[0]?.id })

  stdout.write(`A lock cloud answers on ${url} until Ctrl-C. Open that address in a browser to stand at its locks.

Locks:
${locks.map(({ id, type }) => `  ${id} (${type})`).join('\n')}

Client id of its project: ${simulator.clientId}
Access key of its project: ${simulator.accessKey}

Try:
  curl ${url} -d '{"action":"device.status","params":${params}}'
  lockpanel call device.status --params '${params}' --simulator ${url}

`)
  await stopped(signal)
  await close()
  const { requests, journal } = simulator
  stdout.write(`${requests.length} requests arrived, ${journal.length} commands were executed.\n`)
  return exitCodes.ok
}

const portOf = (port: string): number => {
  if (!/^\d+$/.test(port) || Number(port) > HIGHEST_PORT)
    throw wrongUsage(
      `--port must be a number up to ${HIGHEST_PORT}; without it, a free port is used`,
    )
  return Number(port)
}

const stopped = (signal: Host['signal']): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve())
  })
