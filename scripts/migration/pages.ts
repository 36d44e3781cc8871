import { lockSdk } from './lock-sdk'
import { lockSdkPage, panelTemplatePage } from './page'
import { panelTemplate } from './panel-template'

/** The generated pages by their file in docs/guide. */
export const migrationPages: Readonly<Record<string, string>> = {
  'from-lock-sdk.md': lockSdkPage(lockSdk),
  'from-panel-template.md': panelTemplatePage(panelTemplate),
}
