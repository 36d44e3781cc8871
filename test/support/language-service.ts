import { join } from 'node:path'
import ts from 'typescript'
import { root } from './virtual-program'

/** The language service of an editor for one file of an app; a mark is a comment, and a place in it. */
export interface Editor {
  /** The documentation of the name after the place. */
  readonly hoverText: (mark: string) => string
  /** The names that the editor offers at the place. */
  readonly completions: (mark: string) => readonly string[]
}

export const openInEditor = (text: string): Editor => {
  const path = join(root, 'test/support/app.virtual.ts')
  const { config } = ts.readConfigFile(join(root, 'tsconfig.node.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const service = ts.createLanguageService({
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    getScriptFileNames: () => [path],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const content = name === path ? text : ts.sys.readFile(name)
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content)
    },
    getCurrentDirectory: () => root,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === path || ts.sys.fileExists(name),
  })
  const placeOf = (mark: string): number => {
    const at = text.indexOf(mark)
    if (at < 0) throw new RangeError(`the file has no mark ${mark}`)
    return at + mark.length
  }
  return {
    hoverText: (mark) =>
      ts.displayPartsToString(service.getQuickInfoAtPosition(path, placeOf(mark))?.documentation),
    completions: (mark) =>
      service.getCompletionsAtPosition(path, placeOf(mark), {})?.entries.map(({ name }) => name) ??
      [],
  }
}
