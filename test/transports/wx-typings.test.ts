import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { root } from '../support/virtual-program'

/** A separate program: WeChat's typings declare `console` and `require` again, which conflicts with Node's types. */
const program = (): ts.Program => {
  const folder = join(root, 'test/typings')
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile)
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder)
  return ts.createProgram(fileNames, options)
}

it('wxRequest accepts the wx that the typings of WeChat describe', () => {
  const compiled = program()
  const typings = /miniprogram-api-typings\/.*lib\.wx\.api\.d\.ts$/
  expect(compiled.getSourceFiles().some(({ fileName }) => typings.test(fileName))).toBe(true)
  const messages = ts
    .getPreEmitDiagnostics(compiled)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  expect(messages).toEqual([])
})
