import { createSimulator, type Served, type Simulator } from '../../simulator'
import { type ScriptedServer, startScriptedServer } from '../support/scripted-server'

const open: { close(): Promise<unknown> }[] = []

/** Closed at the end of the test by `closeServers`. */
export const opened = <S extends { close(): Promise<unknown> }>(server: S): S => {
  open.push(server)
  return server
}

export const closeServers = async (): Promise<void> => {
  await Promise.all(open.splice(0).map((server) => server.close()))
}

export const served = async (): Promise<Served & { readonly simulator: Simulator }> => {
  const simulator = createSimulator()
  return { ...opened(await simulator.serve()), simulator }
}

export const scripted = async (): Promise<ScriptedServer> => opened(await startScriptedServer())

/** What most calls of these tests are about. */
export const device = '{"device_id":"vdevo-front-door"}'
