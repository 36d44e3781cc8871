import { cpSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { type Compiled, packAndCompile } from '../mini-program/wechat-tools'
import { installedPackages } from '../support/installed-tools'

const NPM = 'node_modules'

export interface BuiltPanel extends Compiled {
  /** The size of the main package, as WeChat counts it. */
  readonly bytes: number
  readonly removeAll: () => void
}

/** `examples/panel-mini` with the packed tarball, packed and compiled by WeChat's own tools. */
export const buildPanel = (): BuiltPanel => {
  const example = installedPackages('examples/panel-mini', 10)
  const built = packAndCompile((app) => {
    for (const name of readdirSync(example))
      if (name !== NPM) cpSync(join(example, name), join(app, name), { recursive: true })
    const components = 'tdesign-miniprogram'
    symlinkSync(join(example, NPM, components), join(app, NPM, components), 'junction')
  })
  const removeAll = () => {
    for (const folder of built.remove) rmSync(folder, { recursive: true, force: true })
  }
  return { ...built, bytes: bytesIn(built.folder), removeAll }
}

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .filter((file) => file.isFile())
    .reduce((sum, { size }) => sum + size, 0)
