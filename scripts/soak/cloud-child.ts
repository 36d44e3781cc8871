import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type CloudOrder =
  | 'break the messages'
  | 'ask to unlock'
  | 'move the bolt'
  | 'lose answers'
  | 'answer again'

export interface CloudChild {
  readonly url: string
  readonly clientId: string
  readonly accessKey: string
  readonly tell: (order: CloudOrder) => void
  readonly end: () => void
}

/** Starts the simulated cloud as another process. */
export const startCloud = async (): Promise<CloudChild> => {
  const child = fork(join(__dirname, 'cloud-process.ts'), { execArgv: ['--import', 'tsx'] })
  const [addresses] = (await once(child, 'message')) as [Omit<CloudChild, 'tell' | 'end'>]
  return { ...addresses, tell: (order) => void child.send(order), end: () => void child.kill() }
}
