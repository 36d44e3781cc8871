import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Whether `bench/run.ts` has installed the libraries of `bench/peers`: a quick run leaves them out. */
export const hasPeers = process.argv.includes('--peers')

/** Loads a library of `bench/peers`. The caller declares what it uses, because the types are installed with it. */
export const loadPeer = <Module>(name: string): Module =>
  createRequire(join(process.cwd(), 'bench/peers/package.json'))(name)
