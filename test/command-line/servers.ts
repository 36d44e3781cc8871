import { createSimulator, type Served, type Simulator } from '../../simulator'
import { type ScriptedServer, startScriptedServer } from '../support/scripted-server'

const open: { close(): Promise<unknown> }[] = []

/** Registers a server that `closeServers` closes at the end of the test. */
export const closedAfterTest = <S extends { close(): Promise<unknown> }>(server: S): S => {
  open.push(server)
  return server
}

export const closeServers = async (): Promise<void> => {
  await Promise.all(open.splice(0).map((server) => server.close()))
}

export const startSimulator = async (): Promise<Served & { readonly simulator: Simulator }> => {
  const simulator = createSimulator()
  return { ...closedAfterTest(await simulator.serve()), simulator }
}

export const startServer = async (): Promise<ScriptedServer> =>
  closedAfterTest(await startScriptedServer())

/** The parameters of most calls in these tests. */
export const device = '{"device_id":"vdevo-front-door"}'
