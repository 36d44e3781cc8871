import { cpSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { type Compiled, packAndCompile } from '../mini-program/wechat-tools'
import { installedPackages } from '../support/installed-tools'

const NPM = 'node_modules'
const COMPONENTS = 'tdesign-miniprogram'
/** Of the installation, and of WeChat's developer tools. */
const notSource = [NPM, 'miniprogram_npm']

export interface BuiltPanel extends Compiled {
  /** The size of the main package, as WeChat counts it. */
  readonly bytes: number
  readonly files: readonly string[]
  readonly removeAll: () => void
}

/** `examples/panel-mini` with the packed tarball, packed and compiled by WeChat's own tools. */
export const buildPanel = (): BuiltPanel => {
  const example = installedPackages('examples/panel-mini', 10)
  const built = packAndCompile((app) => {
    for (const name of readdirSync(example))
      if (!notSource.includes(name))
        cpSync(join(example, name), join(app, name), { recursive: true })
    symlinkSync(join(example, NPM, COMPONENTS), join(app, NPM, COMPONENTS), 'junction')
  })
  const removeAll = () => {
    for (const folder of built.remove) rmSync(folder, { recursive: true, force: true })
  }
  const files = filesIn(built.folder)
  const sizes = files.map((name) => statSync(join(built.folder, name)).size)
  return { ...built, files, bytes: sizes.reduce((sum, size) => sum + size, 0), removeAll }
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  )
