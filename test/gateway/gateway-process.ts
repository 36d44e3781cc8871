import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { exampleFolder } from './example-packages'

/** The gateway of the example as a process of its own. */
export interface GatewayProcess {
  readonly url: string
  readonly adminUrl: string
  /** Ends it at once. */
  readonly kill: () => Promise<void>
  /** Lets it finish what is open, and returns its exit code. */
  readonly stop: () => Promise<number | null>
}

/** Bundles a program of the example once, because a process that compiles its sources starts slowly. */
export const buildExample = async (name: 'main' | 'cloudbase'): Promise<string> => {
  const folder = exampleFolder()
  const outfile = join(folder, `dist/${name}.js`)
  await build({
    entryPoints: [join(folder, `src/${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    tsconfig: join(folder, 'tsconfig.json'),
    logLevel: 'silent',
  })
  return outfile
}

export const startGateway = async (
  program: string,
  env: Readonly<Record<string, string>>,
): Promise<GatewayProcess> => {
  const started = spawn(process.execPath, [program], {
    env: { ...process.env, PORT: '0', ADMIN_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port, adminPort] = await portsOf(started)
  const end = async (signal: NodeJS.Signals) => {
    if (started.exitCode === null && started.signalCode === null) {
      const exit = once(started, 'exit')
      started.kill(signal)
      await exit
    }
    return started.exitCode
  }
  return {
    url: `http://127.0.0.1:${port}/`,
    adminUrl: `http://127.0.0.1:${adminPort}`,
    kill: async () => {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
  }
}

/** From the line of the log that says where it listens. */
const portsOf = async (
  started: ChildProcess & { readonly stdout: NodeJS.ReadableStream },
): Promise<readonly number[]> => {
  const lines: string[] = []
  for await (const line of createInterface({ input: started.stdout })) {
    lines.push(line)
    const { msg, ports } = JSON.parse(line) as { msg?: string; ports?: readonly number[] }
    if (msg === 'listening' && ports !== undefined) {
      started.stdout.resume()
      return ports
    }
  }
  throw new Error(`the gateway ended before it listened:\n${lines.join('\n')}`)
}
