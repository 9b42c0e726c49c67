import type { Catalogue } from './keys.js';

export const az: Catalogue = {
  METHOD_NOT_ALLOWED: 'Bu ünvan həmin metodu dəstəkləmir.',
  UNSUPPORTED_MEDIA_TYPE: 'Əməliyyatı UTF-8 kodlaşdırmasında application/json formatında göndərin.',
  NOT_ACCEPTABLE:
    'Cavab yalnız application/graphql-response+json və ya application/json formatında verilir.',
  PAYLOAD_TOO_LARGE: 'Mesajın gövdəsi icazə verilən həcmdən böyükdür.',
  BAD_REQUEST: 'Mesaj şlüzün gözlədiyi formada tərtib edilməyib.',
  UNAUTHENTICATED: 'Etibarlı giriş tokeni təqdim edin.',
  RATE_LIMITED:
    'Qısa müddətdə həddən artıq əməliyyat göndərilib; bir qədər sonra yenidən cəhd edin.',
  TOO_COMPLEX: 'Əməliyyat müəyyən edilmiş hədləri aşır.',
  PURPOSE_REQUIRED:
    'Sorğunu və onun məqsədini Exchange-Request və Exchange-Purpose başlıqlarında göstərin.',
  OPERATION_NOT_LISTED: 'Bu əməliyyat həmin məqsəd üçün qeydiyyata alınmayıb.',
  NO_GRANT: 'Bu sorğu üzrə və bu məqsədlə məlumat verilə bilməz.',
  LEDGER_UNAVAILABLE:
    'Hazırda bu mübadilə barədə jurnalda qeyd aparmaq mümkün deyil, buna görə məlumat verilmir; bir qədər sonra yenidən cəhd edin.',
  UNAVAILABLE: 'Şlüz hazırda cavab verə bilmir; bir qədər sonra yenidən cəhd edin.',
  INTERNAL: 'Şlüzün işində nasazlıq baş verdi; heç bir məlumat verilmədi.',
  FIELD_WITHHELD: 'Bu sorğu üzrə həmin sahə açıqlanmır.',
  REFUSED: 'Bu hissədə yardım göstərilməsi imtina sənədində göstərilən əsaslarla rədd edilib.',
  DESTROYED: 'Məlumat saxlanma müddəti başa çatdığına görə məhv edilib.',
  SYNTAX: 'Sənəd GraphQL sintaksisinə uyğun deyil.',
  VALIDATION: 'Sənəd sxemə uyğun deyil.',
  VARIABLES: 'Dəyişənin qiyməti elan edilmiş tipə uyğun deyil.',
  OPERATION_NAME: 'Ad sənəddəki yalnız bir əməliyyatı göstərmir.',
  DEPTH: 'Sənədin iç-içə qurulma dərinliyi həddən artıqdır.',
  ALIASES: 'Sənəddə ləqəblərin (alias) sayı həddən artıqdır.',
  DIRECTIVES: 'Sənəddə direktivlərin sayı həddən artıqdır.',
  TOKENS: 'Sənəd həddən artıq uzundur.',
  COST: 'Əməliyyat bir dəfəyə həddən artıq məlumat istəyir.',
  NOT_IN_INSTRUMENT: 'Beynəlxalq sənədin heç bir bəndi bu məlumatı nəzərdə tutmur.',
  NOT_FOR_PURPOSE: 'Bu məqsəd üçün həmin məlumat açıq deyil.',
  IN_DISPUTE: 'Tərəflər bu qaydanı fərqli şərh edir: həll olunanadək o bağlıdır.',
  NOT_FOR_SUBJECT: 'Bu şəxs barədə həmin məlumatın verilməsi təsdiq edilməyib.',
};
