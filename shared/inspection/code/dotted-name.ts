/** `com.example.Foo` for `Lcom/example/Foo;`. */
export function dottedName(descriptor: string): string {
  return descriptor.replace(/^L|;$/g, '').replaceAll('/', '.');
}

/** `Lcom/example/Foo;` for `com.example.Foo`. */
export function descriptorOf(name: string): string {
  return `L${name.replaceAll('.', '/')};`;
}
