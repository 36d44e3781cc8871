import { List, Radio, Space } from 'antd-mobile'
import type { ReactElement } from 'react'

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  /** The text of each value. */
  readonly options: Readonly<Record<T, string>>
  readonly onChange: (value: T) => void
}

/** One of a few values. */
export const Choice = <T extends string>({
  label,
  value,
  options,
  onChange,
}: ChoiceProps<T>): ReactElement => (
  <List header={label}>
    <List.Item>
      <Radio.Group value={value} onChange={(chosen) => onChange(chosen as T)}>
        <Space wrap>
          {Object.entries<string>(options).map(([each, text]) => (
            <Radio key={each} value={each}>
              {text}
            </Radio>
          ))}
        </Space>
      </Radio.Group>
    </List.Item>
  </List>
)
