import { List, Radio, Space, Switch } from 'antd-mobile'
import { useLock } from 'lockpanel/react'
import { type ReactElement, useEffect, useState } from 'react'
import { Problem } from '../parts/problem'
import { useCommand } from '../parts/use-command'
import type { Preferences, Theme } from '../preferences'
import { type LanguageCode, languages, useLanguage } from '../text/language'

interface SettingsProps {
  readonly preferences: Preferences
  readonly onChange: (change: Partial<Preferences>) => void
}

const themes: readonly Theme[] = ['system', 'light', 'dark']

export const Settings = ({ preferences, onChange }: SettingsProps): ReactElement => {
  const { text } = useLanguage()
  return (
    <>
      <RemoteUnlockSwitch />
      <List header={text.settings.language}>
        <List.Item>
          <Radio.Group
            value={preferences.language}
            onChange={(language) => onChange({ language: language as LanguageCode })}
          >
            <Space wrap>
              {Object.values(languages).map(({ code, text: { language } }) => (
                <Radio key={code} value={code}>
                  {language}
                </Radio>
              ))}
            </Space>
          </Radio.Group>
        </List.Item>
      </List>
      <List header={text.settings.theme}>
        <List.Item>
          <Radio.Group
            value={preferences.theme}
            onChange={(theme) => onChange({ theme: theme as Theme })}
          >
            <Space wrap>
              {themes.map((theme) => (
                <Radio key={theme} value={theme}>
                  {text.settings.themes[theme]}
                </Radio>
              ))}
            </Space>
          </Radio.Group>
        </List.Item>
      </List>
    </>
  )
}

/** Whether the lock lets itself be opened from afar. */
const RemoteUnlockSwitch = (): ReactElement => {
  const { text } = useLanguage()
  const { remoteUnlockSwitches, setRemoteUnlock } = useLock()
  const [isOn, setIsOn] = useState<boolean>()
  const read = useCommand(async () => setIsOn((await remoteUnlockSwitches())['without-password']))
  const change = useCommand(async (next: boolean) => {
    await setRemoteUnlock(next)
    setIsOn(next)
  })
  useEffect(() => {
    void read.run()
  }, [read.run])
  return (
    <>
      <List>
        <List.Item
          extra={
            <Switch
              aria-label={text.settings.remoteUnlock}
              checked={isOn === true}
              disabled={isOn === undefined}
              loading={read.isRunning || change.isRunning}
              onChange={(next) => void change.run(next)}
            />
          }
        >
          {text.settings.remoteUnlock}
        </List.Item>
      </List>
      <Problem error={read.error ?? change.error} onRetry={() => void read.run()} />
    </>
  )
}
