import { writeConfig as writeBinaryConfig } from '../../../services/cli/building/arsc-config.ts';
import { writeConfig } from '../../../test/fixtures/proto-resources.ts';
import { readConfig, suits } from './arsc-config.ts';
import { ProtoMessage } from './protobuf.ts';
import { readProtoConfig } from './protobuf-config.ts';

const read = (qualifier: string) => readProtoConfig(ProtoMessage.of(writeConfig(qualifier), 'test'));

test.each(
  'default zh zh-rCN b+zh+Hans land port mdpi xhdpi anydpi-v26 large ldrtl watch television night v21 mcc460-zh sw600dp w820dp zh-rTW-land-v24'.split(
    ' ',
  ),
)('%s means what it means in a binary table', (qualifier) => {
  const binary = writeBinaryConfig(qualifier);
  expect(read(qualifier)).toEqual(readConfig(binary, 0, binary.length));
});

test.each([
  ['notnight', true],
  ['notlong', false],
  ['long', true],
  ['round', false],
  ['notround', true],
  ['car', false],
  ['finger', true],
  ['notouch', false],
  ['qwerty', false],
  ['keyshidden', false],
  ['dpad', false],
  ['h1000dp', false],
  ['small', true],
  ['ldltr', true],
])('%s holds for an ordinary phone: %s', (qualifier, holds) => {
  expect(suits(read(qualifier), 'default') === 1).toBe(holds);
});
