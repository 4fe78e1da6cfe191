import { knowledge } from './index.ts';
import { findPermission } from './permissions.ts';

test('a permission is found by its name, a member of a family by the family', () => {
  expect(findPermission(knowledge, 'android.permission.CAMERA')?.kind).toBe('dangerous');
  expect(findPermission(knowledge, 'android.permission.health.READ_STEPS')?.kind).toBe('dangerous-family');
});

test.each(['com.example.PERMISSION', 'CAMERA', '', 'android.permission'])('%p is unknown', (name) => {
  expect(findPermission(knowledge, name)).toBeNull();
});
