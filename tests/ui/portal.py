"""A desktop portal of our own on a session bus, which only answers who asks to run in the background (org.freedesktop.portal.Background)."""
import threading

from gi.repository import Gio, GLib

PATH = "/org/freedesktop/portal/desktop"
INTERFACE = """<node><interface name="org.freedesktop.portal.Background">
  <method name="RequestBackground"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
</interface></node>"""


class Portal:
    """Answers at once: before the caller has read what its call returned."""

    def __init__(self, address):
        self.asked, self.allows = [], {"background": True, "autostart": True}
        ready = threading.Event()
        threading.Thread(target=self._run, args=(address, ready), daemon=True).start()
        ready.wait()

    def _run(self, address, ready):
        context = GLib.MainContext.new()
        context.push_thread_default()
        flags = Gio.DBusConnectionFlags
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
        self.bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0], self._called, None, None)
        Gio.bus_own_name_on_connection(self.bus, "org.freedesktop.portal.Desktop", 0, lambda *_: ready.set(), None)
        GLib.MainLoop.new(context, False).run()

    def _called(self, bus, sender, path, interface, method, arguments, invocation):
        options = arguments.unpack()[1]
        request = f"{PATH}/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
        answer = {name: GLib.Variant("b", allowed and options.get(name, True)) for name, allowed in self.allows.items()}
        bus.emit_signal(sender, request, "org.freedesktop.portal.Request", "Response", GLib.Variant("(ua{sv})", (0 if all(self.allows.values()) else 1, answer)))
        invocation.return_value(GLib.Variant("(o)", (request,)))
        self.asked.append(options)
