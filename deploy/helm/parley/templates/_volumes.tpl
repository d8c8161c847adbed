{{/* The files of the installation's keys that a service needs. No other service's are in its pods. */}}
{{- define "parley.keyFiles" -}}
{{- $files := dict
  "intake" (list "cursor.key" "registry-ed25519.pem" "alerts.key")
  "evidence" (list "cursor.key" "redactions.key")
  "panel-review" (list "cursor.key" "draws.key")
  "referral" (list "cursor.key")
  "audit" (list "cursor.key" "log.key" "webhooks.key" "webhooks-ed25519.pem")
-}}
{{- get $files . | toJson -}}
{{- end -}}

{{/* Secrets are files that only the process's group can read. Needs fsGroup. (dict "root" $ "component" "intake") */}}
{{- define "parley.serviceVolumes" -}}
- name: keys
  projected:
    defaultMode: 0440
    sources:
    - secret:
        name: {{ .root.Values.keys.secretName | quote }}
        items:
        {{- range include "parley.keyFiles" .component | fromJsonArray }}
        - { key: {{ . }}, path: {{ . }} }
        {{- end }}
    {{- with get (dict "intake" "registry-ed25519.before.pem" "audit" "webhooks-ed25519.before.pem") .component }}
    # There for the one start in which another key takes its place.
    - secret: { name: {{ $.root.Values.keys.secretName | quote }}, optional: true, items: [{ key: {{ . }}, path: {{ . }} }] }
    {{- end }}
- name: database
  secret: { secretName: {{ .root.Values.database.secretName | quote }}, defaultMode: 0440, items: [{ key: {{ include "parley.context" .component }}-url, path: url }] }
- name: messages
  secret: { secretName: {{ .root.Values.messages.secretName | quote }}, defaultMode: 0440, items: [{ key: {{ include "parley.context" .component }}.pem, path: key.pem }, { key: public-keys, path: public-keys }] }
{{- with .root.Values.eventStore.secretName }}
- name: event-store
  secret: { secretName: {{ . | quote }}, defaultMode: 0440, items: [{ key: url, path: url }] }
{{- end }}
{{- with .root.Values.blobs.credentialsSecretName }}
- name: blobs-credentials
  secret: { secretName: {{ . | quote }}, defaultMode: 0440, items: [{ key: credentials, path: credentials }] }
{{- end }}
{{- if and .root.Values.ruleSets (eq .component "intake") }}
- name: rule-sets
  configMap: { name: {{ include "parley.name" .root }}-rule-sets }
{{- end }}
{{- with .root.Values.blobs.claimName }}
- name: blobs
  persistentVolumeClaim: { claimName: {{ . | quote }} }
{{- end }}
{{ include "parley.kafkaVolumes" . }}
{{- end -}}

{{- define "parley.serviceMounts" -}}
- { name: keys, mountPath: /var/lib/parley/keys, readOnly: true }
- { name: database, mountPath: /run/secrets/parley/database, readOnly: true }
- { name: messages, mountPath: /run/secrets/parley/messages, readOnly: true }
{{- if .root.Values.eventStore.secretName }}
- { name: event-store, mountPath: /run/secrets/parley/event-store, readOnly: true }
{{- end }}
{{- if .root.Values.blobs.credentialsSecretName }}
- { name: blobs-credentials, mountPath: /run/secrets/parley/blobs, readOnly: true }
{{- end }}
{{- if and .root.Values.ruleSets (eq .component "intake") }}
- { name: rule-sets, mountPath: /etc/parley/rules, readOnly: true }
{{- end }}
{{- if .root.Values.blobs.claimName }}
- { name: blobs, mountPath: /var/lib/parley/blobs }
{{- end }}
{{ include "parley.kafkaMounts" .root }}
{{- end -}}

{{/*
One folder with what the brokers ask for, from up to three secrets: of accounts the component's own alone. Empty when they
ask for nothing. (dict "root" $ "component" "intake")
*/}}
{{- define "parley.kafkaVolumes" -}}
{{- $account := include "parley.context" .component }}
{{- if include "parley.hasKafkaSecrets" .root }}
- name: kafka
  projected:
    defaultMode: 0440
    sources:
    {{- with .root.Values.kafka.tls.caSecretName }}
    - secret: { name: {{ . | quote }}, items: [{ key: ca.crt, path: ca.crt }] }
    {{- end }}
    {{- with .root.Values.kafka.tls.clientSecretName }}
    - secret: { name: {{ . | quote }}, items: [{ key: {{ $account }}.crt, path: tls.crt }, { key: {{ $account }}.key, path: tls.key }] }
    {{- end }}
    {{- if ne .root.Values.kafka.sasl.mechanism "none" }}
    - secret: { name: {{ .root.Values.kafka.sasl.secretName | quote }}, items: [{ key: {{ $account }}-username, path: username }, { key: {{ $account }}-password, path: password }] }
    {{- end }}
{{- end }}
{{- end -}}

{{- define "parley.kafkaMounts" -}}
{{- if include "parley.hasKafkaSecrets" . }}
- { name: kafka, mountPath: /run/secrets/parley/kafka, readOnly: true }
{{- end }}
{{- end -}}

{{- define "parley.hasKafkaSecrets" -}}
{{- if or .Values.kafka.tls.caSecretName .Values.kafka.tls.clientSecretName (ne .Values.kafka.sasl.mechanism "none") -}}yes{{- end -}}
{{- end -}}
